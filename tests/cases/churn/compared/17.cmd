churn survival -t 2026-01-31 --summary --from 15 --at 10,20 -f after,at_risk,survival
