referral draft A1 -t 2026-11-19 -o text
