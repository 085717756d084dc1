followup -t 2026-11-24 -f due,late,id,rule,to,why
