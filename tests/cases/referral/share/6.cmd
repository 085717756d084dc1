rm book/plans.csv; referral share -t 2026-11-21
