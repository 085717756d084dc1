referral share -t 2026-11-21 --since 2026-08 --until 2026-09 -f service,plans,percent; referral share --since 2026-09 --until 2026-08 -t 2026-11-21; referral share --since autumn -t 2026-11-21
