followup -t 2026-06-09 -f due,late,id,rule,channel,to,who
