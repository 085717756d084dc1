churn survival -t 2026-01-31 --summary --at 15d -o table --lang ja --since 2026-01-20
