referral add city.csv --kind provider -t 2026-11-21; code=$?; cat book/referrers.csv; exit $code
