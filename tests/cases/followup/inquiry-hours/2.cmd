followup -t '2026-10-06 08:59' -f due,late,id,rule,channel,to,who
