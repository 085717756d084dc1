ltv bench -t 2026-10-31 -f own
