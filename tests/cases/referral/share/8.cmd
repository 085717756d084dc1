referral share -t 2026-11-21 -o table --lang zh
