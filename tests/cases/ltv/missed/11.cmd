ltv missed -t '2026-11-21 12:00' --by answered_by --since 2026-11-12
