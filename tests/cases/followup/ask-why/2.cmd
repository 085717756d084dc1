followup -t 2026-06-17 -f due,late,id,rule,channel,to,who
