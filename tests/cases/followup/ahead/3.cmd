followup -t 2026-07-17 --ahead 7d -f id,due,late
