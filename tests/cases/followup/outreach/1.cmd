followup -t 2026-05-18 -f due,late,id,rule,channel,to,who
