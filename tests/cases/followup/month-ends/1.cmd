followup -t 2026-05-29 -f due,late,id,rule,channel,to,who
