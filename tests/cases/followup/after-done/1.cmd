followup -t 2026-06-13 -f due,late,id,rule,channel,to,who
