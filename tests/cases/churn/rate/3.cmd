churn cohorts -t 2026-04-30 --until 2026-03-31
