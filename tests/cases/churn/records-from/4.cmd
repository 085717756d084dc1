churn rate -t 2026-04-11
