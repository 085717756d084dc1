churn reasons -t 2026-11-24 --since 2026-10-01
