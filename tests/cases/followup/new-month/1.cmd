followup -t 2026-12-30 --office -f due,late,id,rule,channel,to,who
