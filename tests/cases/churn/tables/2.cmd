churn seats -t 2026-04-01 -f weekday,free
