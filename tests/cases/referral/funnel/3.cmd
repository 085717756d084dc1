referral trouble -t 2026-06-30 -f id,control -o table A C D --lang zh
