followup -t 2026-06-12 -f due,rule,channel,name,who
