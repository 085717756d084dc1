followup -t 2026-10-05 -f due,late,id,rule,channel,to,who
