referral trouble --rate R1 -t 2026-03-31 -f kind,count,client_days -o table --lang zh
