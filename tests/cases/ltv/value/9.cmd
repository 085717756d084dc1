ltv value -t 2026-11-21 --churn 0.05
