followup list --today 2026-11-21 --ahead 90d -f due,id,rule,who
