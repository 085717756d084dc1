followup why N1 -t 2026-11-21 | grep weekly
