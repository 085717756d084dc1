followup -t 2026-06-25 -f due,late,id,rule
