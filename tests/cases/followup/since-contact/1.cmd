followup -t 2026-07-10 -f id,rule
