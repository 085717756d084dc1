followup merged -t '2026-11-18 10:00'
