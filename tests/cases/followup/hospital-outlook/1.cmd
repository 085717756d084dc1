followup -t 2026-07-09 -f due,late,id,rule,channel,to,who
