referral add city.csv -t 2026-11-21 >/dev/null 2>&1; referral add --force city.csv -t 2026-11-22; referral add city.csv -t 2026-11-23; echo $?; tail -n 3 book/referrers.csv
