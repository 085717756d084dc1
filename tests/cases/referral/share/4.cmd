referral share -t 2026-11-21 --since 2026-08-15 --until 2026-09-30 -f service,plans,percent
