followup -t 2026-07-31 -f due,late,id,rule,channel,to,who
