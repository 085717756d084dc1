followup -t 2026-11-20 -r colon.yaml -f id
