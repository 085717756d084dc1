referral share -t 2026-09-05
