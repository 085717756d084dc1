followup -t 2026-07-17 --ahead next -f id,due,late
