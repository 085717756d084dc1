referral score -t 2026-11-21 --since 2026-04-01 --until 2026-09-30
