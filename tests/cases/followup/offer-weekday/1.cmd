followup facts -t 2026-06-09 -f id,open_days C1 C2
