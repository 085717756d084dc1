churn rate -t 2026-01-10 -o text --lang zh
