followup -t 2026-06-19 -r word.yaml -f id
