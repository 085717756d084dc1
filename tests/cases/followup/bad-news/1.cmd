followup -t 2026-08-08 -f due,late,id,rule,channel,to,who
