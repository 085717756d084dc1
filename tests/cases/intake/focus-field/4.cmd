intake focus --field price_sense -t 2026-11-25 -f price_sense,count
