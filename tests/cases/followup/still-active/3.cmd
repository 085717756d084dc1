churn reasons --since 2026-09-01 -t 2026-11-21
