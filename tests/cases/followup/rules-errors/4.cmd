followup -t 2026-06-19 -r to.yaml -f id
