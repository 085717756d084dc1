followup list -t 2026-11-20 -f due,id,rule,who,staff
