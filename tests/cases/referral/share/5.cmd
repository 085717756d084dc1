printf 'month,service,corp,plans\n2026-13,a,b,1\n2026-11,a,,1\n2026-11,a,b,many\n2026-11,a,b,2\n' > book/plans.csv; referral share -t 2026-11-21
