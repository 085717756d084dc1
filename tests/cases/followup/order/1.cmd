followup -t 2026-07-07 -r mixed.yaml -f due,id,rule
