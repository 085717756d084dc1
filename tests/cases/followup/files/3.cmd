followup -b two -t 2026-06-05
