followup -t 2026-10-06 -f id,due
