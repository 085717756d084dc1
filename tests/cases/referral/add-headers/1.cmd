referral add --kind caremanager_office -t 2026-11-20 list.csv
