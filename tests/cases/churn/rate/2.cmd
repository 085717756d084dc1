churn rate -t 2026-05-31 --since 2026-02-10 --until 2026-03-01 -f month,end M1 M2 M3 M4
