followup -t 2026-10-11 -w 'id: T5' -f due,late,id,rule,channel,to,who
