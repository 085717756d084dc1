churn risk -t 2026-11-21 -o table --lang ja -f id,risk,signs
