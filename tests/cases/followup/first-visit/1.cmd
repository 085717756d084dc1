followup -t 2026-07-21 -f due,late,id,rule,channel,to,who
