churn survival -t 2026-01-31 --from 10 -f group,time,at_risk,events,censored,survival
