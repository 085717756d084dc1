referral add city.csv --kind provider -t 2026-11-21 >/dev/null 2>&1; referral add city.csv --kind provider -t 2026-11-28
