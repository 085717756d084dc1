followup -b none -t 2026-06-05 -f id
