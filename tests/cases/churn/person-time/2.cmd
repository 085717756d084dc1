churn rate --person-time --total -t 2026-04-01 --since 2026-03-01 --until 2026-03-31 -o table
