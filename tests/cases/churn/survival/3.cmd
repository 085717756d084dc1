churn survival -t 2026-01-31 --since 2026-01-05 -f time,at_risk,events,censored,survival
