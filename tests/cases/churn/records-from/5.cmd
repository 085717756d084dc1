churn cohorts -t 2026-04-30
