churn risk -t 2026-10-20 -f id,risk,signs
