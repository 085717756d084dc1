churn rate --since 2026-09-01 --until 2026-11-30 -t 2026-11-21
