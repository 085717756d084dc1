followup -b d -t 2026-06-05
