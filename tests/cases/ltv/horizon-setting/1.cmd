ltv value -t 2026-11-21
