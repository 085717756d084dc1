followup -t 2026-10-12 -f due,late,id,rule,channel,to,who
