churn seats -t 2026-10-15; churn reasons -t 2026-10-15
