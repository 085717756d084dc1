ltv missed -t '2026-11-21 12:00' --since 2026-11-10 --until 2026-11-10
