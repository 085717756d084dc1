followup -t 2026-11-20 -f due,id,rule,to,say
