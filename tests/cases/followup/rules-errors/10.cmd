followup -t 2026-06-19 -r kind.yaml -f id
