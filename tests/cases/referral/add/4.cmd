head -n 5 city.csv | referral add --force -n -f org,kind -t 2026-11-21 2>/dev/null; wc -l < book/referrers.csv
