rm book/stays.csv; churn return -t 2026-11-21 --since 2026-01-01 -f lapsed,deceased,returned,return_rate,verdict
