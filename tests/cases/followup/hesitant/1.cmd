followup -t 2026-09-15 -f due,late,id,rule,channel,to,who
