followup -t 2026-06-19 -r none.yaml -f id
