followup -t 2026-06-15 -f due,late,id,rule,channel,to,who
