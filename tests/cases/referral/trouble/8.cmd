referral trouble -t 2026-11-21 --since 2026-10-01 --until 2026-10-31 --total -f id,percent,target,verdict
