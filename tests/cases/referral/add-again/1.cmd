referral add city.csv -t 2026-11-21 -f id,org,kind
