referral share -t 2026-08-31 -f service,plans,top,percent,verdict; referral share -t 2026-01-31 -f service,plans
