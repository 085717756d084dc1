followup -t 2026-07-17 -f id,due,late
