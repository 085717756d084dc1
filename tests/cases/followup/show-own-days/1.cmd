followup show -t 2026-11-10 P1 -f at,what
