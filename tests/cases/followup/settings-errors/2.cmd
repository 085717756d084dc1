followup -b b -t 2026-06-05
