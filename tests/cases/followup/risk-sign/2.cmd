followup -t 2026-06-10 -f due,late,id,rule,channel,to,who
