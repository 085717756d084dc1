referral memo A1 -t 2026-11-21 -o text --lang zh
