followup -t 2026-09-08 -f due,late,id,rule,channel,to,who
