followup -t 2026-05-30 -f due,late,id,rule,channel,to,who
