followup -t 2026-04-06 -f due,late,id,rule,channel,to,who
