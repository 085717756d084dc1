referral load --by kind -t 2026-11-21
