churn risk --all -t 2026-11-21 -f id,risk,signs
