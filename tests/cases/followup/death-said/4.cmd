followup -t 2026-11-01 -f due,id,rule
