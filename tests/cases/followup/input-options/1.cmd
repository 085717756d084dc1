followup -t 2026-06-05 -i tsv -f id,who ./list.txt
