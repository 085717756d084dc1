followup -b c -t 2026-06-05
