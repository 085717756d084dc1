followup -t 2026-08-31 -f due,late,id,rule,channel,to,who
