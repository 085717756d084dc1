ltv missed log.csv -t '2026-11-21 12:00' --by month --since 2026-09-01 --until 2026-10-31 -f month,lost
