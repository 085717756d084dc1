followup -t 2026-07-30 -f due,late,id,rule,channel,to,who
