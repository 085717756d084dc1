referral trouble --rate --total -t 2026-03-31
