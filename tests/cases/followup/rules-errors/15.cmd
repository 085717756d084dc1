followup -t 2026-06-19 -r on.yaml -f id
