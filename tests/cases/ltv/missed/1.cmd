ltv missed -t '2026-11-21 12:00'
