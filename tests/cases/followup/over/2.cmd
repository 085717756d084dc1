followup -t '2026-11-22 12:40' -f due,late,over,id,rule
