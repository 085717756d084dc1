churn reasons -t 2026-11-21 --since 2026-01-01 --until 2026-12-31
