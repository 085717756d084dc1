referral trouble -t 2026-11-21 --since 2026-10-01 CM1 --total
