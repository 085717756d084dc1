referral add city.csv --rejects held.csv -f org -t 2026-11-21 --no-header 2>/dev/null; cat held.csv
