followup -t '2026-11-21 15:20' -f due,late,over,id,rule
