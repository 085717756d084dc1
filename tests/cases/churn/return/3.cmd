churn return -t 2026-11-21 --since 2027-01-01 -o json
