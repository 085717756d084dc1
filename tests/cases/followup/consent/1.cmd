followup -t 2026-06-01 -f due,late,id,rule,channel,to,who
