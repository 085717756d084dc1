followup gaps -t 2026-11-21
