referral trouble --rate -t 2026-04-10 --since 2026-03-01 --until 2026-03-31 -o table
