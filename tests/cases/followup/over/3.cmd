followup -t 2026-11-22 -f due,late,over,id,rule
