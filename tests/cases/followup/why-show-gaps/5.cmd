followup show S1 -t 2026-07-08 | head -n 1
