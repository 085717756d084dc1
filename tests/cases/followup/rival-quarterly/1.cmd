followup -t 2026-05-01 -f due,late,id,rule,channel,to,who
