churn survival --until 2026-01-31
