printf 'id,name,status,referrer\nT1,a,active,CM1\n' > book/clients.csv; referral trouble -t 2026-11-21 --since 2026-10-01 --until 2026-10-31
