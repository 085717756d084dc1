followup -t 2026-06-26 -f due,late,id,rule,channel,to,who
