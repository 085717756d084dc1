churn rate --person-time --total -t 2026-04-01
