followup -t 2026-06-14 -f due,late,id,rule,channel,to,who
