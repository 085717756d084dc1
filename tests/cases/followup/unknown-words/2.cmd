followup -t 2026-06-12 -f id
