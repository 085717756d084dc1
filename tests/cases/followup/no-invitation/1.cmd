followup -t 2026-11-25 -f id,rule
