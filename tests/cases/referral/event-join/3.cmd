followup -t 2026-12-18 -f due,id,rule,why
