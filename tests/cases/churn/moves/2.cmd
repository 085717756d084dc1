churn leave L2 -t 2026-09-01 --reason person && churn back L2 -t 2026-10-05 && churn leave L2 -t 2026-11-21 && cat book/stays.csv && churn reasons -t 2026-11-22 L2
