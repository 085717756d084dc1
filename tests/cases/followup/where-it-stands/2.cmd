followup -b more -t 2026-11-21 -f due,id,rule 2>&1
