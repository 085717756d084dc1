followup -t '2026-06-09 15:30' -f due,late,id,rule,channel,to,who
