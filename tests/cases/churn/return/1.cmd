churn return -t 2026-11-21 --by reason -o table --lang en
