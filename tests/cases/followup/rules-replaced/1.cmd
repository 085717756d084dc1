followup -t 2026-06-19 -f id,rule,due
