followup -t 2026-06-21 -f due,late,id,rule,channel,to,who
