churn reasons -t 2026-01-31 -o text --lang ja
