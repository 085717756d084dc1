referral add -t 2026-11-21 --kind provider new.csv
