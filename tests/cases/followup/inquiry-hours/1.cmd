followup -t '2026-10-06 09:00' -f due,late,id,rule,channel,to,who
