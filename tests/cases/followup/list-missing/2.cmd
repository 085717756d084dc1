: > book/clients.csv; followup gaps -t 2026-11-21; echo $?; : > book/referrers.csv; referral list -t 2026-11-21; echo $?
