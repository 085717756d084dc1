followup -t 2026-06-19 -r when.yaml -f id
