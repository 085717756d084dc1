churn survival -t 2026-01-31 --summary --by care_level --tau 20
