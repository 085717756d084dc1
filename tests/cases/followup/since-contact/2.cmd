followup -t 2026-07-11 -f id
