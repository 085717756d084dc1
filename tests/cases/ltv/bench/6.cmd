rm book/*.csv; ltv bench -t 2026-11-21
