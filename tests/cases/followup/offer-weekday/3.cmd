followup facts -t 2026-06-12 -f id,open_days C1 C2
