referral add --from clients -t 2026-11-21
