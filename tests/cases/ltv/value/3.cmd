ltv value -t 2026-11-21 --months 18 A1 E1
