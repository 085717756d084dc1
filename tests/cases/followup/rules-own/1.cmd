followup -t 2026-06-19 -f due,late,id,rule,channel,to,who
