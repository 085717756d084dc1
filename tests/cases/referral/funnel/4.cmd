referral trouble -t 2025-12-31 --total -f id,served,control; referral trouble -t 2025-12-31 -o text
