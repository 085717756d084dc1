ltv bench -t 2026-11-21 --month 2026-08
