churn rate --person-time -t 2026-04-01 P1 P4 -o table --lang en
