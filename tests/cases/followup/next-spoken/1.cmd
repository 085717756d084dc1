followup list --today 2026-12-04 --ahead 7d -f due,id,rule | grep by-hand
