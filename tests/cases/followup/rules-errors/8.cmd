followup -t 2026-06-19 -r number.yaml -f id
