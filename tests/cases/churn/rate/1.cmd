churn rate -t 2026-05-31
