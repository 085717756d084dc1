churn rate -t 2025-12-31 | head -n 2
