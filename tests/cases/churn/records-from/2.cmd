churn survival -t 2026-04-11 --since 2026-03-01 -f time,at_risk,events,censored
