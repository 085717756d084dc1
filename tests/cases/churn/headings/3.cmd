churn reasons -t 2026-11-21 -o text; churn reasons -t 2026-11-21 -o text --lang ja | head -n 1; churn rate -t 2026-11-21 --since 2026-10-01 --until 2026-10-31 -o table
