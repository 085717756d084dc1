churn seats -t 2026-04-01 -o table --lang ja
