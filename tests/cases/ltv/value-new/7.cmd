ltv -t 2026-11-21 P1 --horizon 0.5
