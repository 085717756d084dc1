ltv bench -t 2026-11-21 --since 2026-09-01 --until 2026-10-31
