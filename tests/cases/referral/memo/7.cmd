referral memo A1 -t 2026-11-21 -f id,count,who -o excel --lang ja | head -n 1; referral memo -t 2026-11-21 -f care_level
