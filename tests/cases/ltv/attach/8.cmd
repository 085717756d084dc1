ltv attach A1 -t 2026-11-21
