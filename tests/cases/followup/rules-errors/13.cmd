followup -t 2026-06-19 -r plain.yaml -f id
