followup -t 2026-06-20 -f due,late,id,rule,channel,to,who
