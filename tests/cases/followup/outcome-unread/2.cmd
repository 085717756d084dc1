followup show Y3 --today 2026-11-21 -f at,what,outcome
