mv book/calls.csv log.csv; ltv missed -t '2026-11-21 12:00' log.csv -f lost
