referral capacity -t 2026-11-21 --by weekday
