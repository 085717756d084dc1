referral trouble -t 2026-06-30 -o text --total
