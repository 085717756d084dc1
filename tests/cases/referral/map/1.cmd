referral add --map -t 2026-11-21 kyotaku-list.csv
