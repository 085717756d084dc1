followup -t 2026-06-12 -f due,late,id,rule,channel,to,who
