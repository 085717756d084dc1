followup -t 2026-06-10 -f id,due
