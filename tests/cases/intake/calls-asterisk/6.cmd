intake calls -t '2026-11-21 18:00' short.csv
