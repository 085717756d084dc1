followup -t 2026-09-21 -f due,late,id,rule,channel,to,who
