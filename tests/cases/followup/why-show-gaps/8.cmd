followup gaps -t 2026-07-08 | grep facility-letter
