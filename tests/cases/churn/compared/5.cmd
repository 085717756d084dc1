churn survival -t 2026-01-31 --summary --at 0d,10,15,1m,1y --by care_level
