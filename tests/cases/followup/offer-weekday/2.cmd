followup -t 2026-06-09 -w 'reason: person' -f due,late,id,rule,channel,to,who
