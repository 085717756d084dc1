followup -t 2026-08-17 -f due,late,id,rule,channel,to,who
