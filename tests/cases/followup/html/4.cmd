followup -t 2026-07-08 -o csv --title x
