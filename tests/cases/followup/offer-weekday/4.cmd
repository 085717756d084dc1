followup -t 2026-06-12 -w 'reason: person' -f due,late,id,rule,channel,to,who
