followup -t 2026-04-05 -f due,late,id,rule,channel,to,who
