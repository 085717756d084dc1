referral memo --since 2026-11-01 -t 2026-11-21 -o text
