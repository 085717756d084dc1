followup -t 2026-06-19 -r key.yaml -f id
