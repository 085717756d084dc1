echo id,org,kind > book/referrers.csv; printf 'id,name,status\nA,a,active\n' > book/clients.csv; referral -t 2026-11-21 -e
