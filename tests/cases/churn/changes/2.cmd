churn changes -t 2026-11-21 --until 2026-01-31
