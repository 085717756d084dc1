followup -t 2026-07-08 --no-header -f id,late; followup -t 2026-07-08 --no-header -o tsv -f id,late
