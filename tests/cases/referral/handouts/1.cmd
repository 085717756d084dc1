referral sheet -t 2026-11-21 -o text; referral sheet -t 2026-11-21
