intake read --today 2026-11-21 new.csv -f name,family_relation
