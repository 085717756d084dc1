followup -t 2026-10-05 --office -f due,late,id,rule,channel,to,who
