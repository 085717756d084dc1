followup merged -t 2026-06-11
