followup -t 2026-11-30 -f due,id,rule,to
