churn incidence -t 2026-01-31
