followup -t '2026-10-07 12:00' -f due,late,id,rule,channel,to,who
