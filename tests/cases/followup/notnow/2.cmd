followup -t 2026-11-30 -f due,late,id,rule,channel,to,who
