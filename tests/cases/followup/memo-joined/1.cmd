followup -t 2026-07-17 -f due,late,id,rule,channel,who,anchor
