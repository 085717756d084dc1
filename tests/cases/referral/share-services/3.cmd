referral share -t 2026-09-05 -o table -f service,percent,verdict
