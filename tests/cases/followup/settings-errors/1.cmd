followup -b a -t 2026-06-05
