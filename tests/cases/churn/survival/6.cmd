churn survival -t 2026-01-31 --test --by care_level
