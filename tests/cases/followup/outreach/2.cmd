followup -t 2026-06-11 -f due,late,id,rule,channel,to,who
