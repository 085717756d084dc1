followup why -t 2026-07-08
