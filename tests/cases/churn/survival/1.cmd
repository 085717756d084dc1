churn survival -t 2026-01-31
