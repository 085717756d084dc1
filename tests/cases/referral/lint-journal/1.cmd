referral lint -t 2026-11-21
