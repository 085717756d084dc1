followup -t 2026-06-16 -f due,late,id,rule,channel,to,who
