followup -t 2026-11-20 -r id.yaml -f id
