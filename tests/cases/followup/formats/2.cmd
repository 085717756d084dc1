followup -t 2026-07-08 -o tsv -f id,note
