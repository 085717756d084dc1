followup -b nowhere -t 2026-06-05
