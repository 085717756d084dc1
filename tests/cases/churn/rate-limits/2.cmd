churn rate -t 2026-01-10 -o table --since 2025-10-01
