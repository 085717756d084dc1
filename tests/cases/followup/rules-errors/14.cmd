followup -t 2026-06-19 -r off.yaml -f id
