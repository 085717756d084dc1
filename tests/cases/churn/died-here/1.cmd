churn reasons -t 2026-11-21
