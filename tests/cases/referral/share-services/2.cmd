for day in 15 16; do referral share -t 2026-09-$day -f service,plans,verdict | head -n 2; done
