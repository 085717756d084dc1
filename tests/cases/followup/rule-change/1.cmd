followup -t 2026-05-07 -f due,late,id,rule,channel,to,who
