referral add --kind caremanager_office -t 2026-11-24 cms.csv; cut -d, -f2- book/referrers.csv | tr -d '\r'
