churn survival -t 2026-04-11 -f time,at_risk,events,censored,survival
