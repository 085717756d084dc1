churn rate -t 2026-11-21 --since 2026-10-01
