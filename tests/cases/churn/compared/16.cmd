churn incidence -t 2026-01-31 --by care_level --test --since 2026-01-05
