followup show nobody -t 2026-06-05
