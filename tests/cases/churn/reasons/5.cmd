churn reasons -t 2026-11-21 --period 2026; churn reasons -t 2027-01-03 --period last-quarter
