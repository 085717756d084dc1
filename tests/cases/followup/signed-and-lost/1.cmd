followup -t 2026-10-13 -f due,late,id,rule,channel,to,who
