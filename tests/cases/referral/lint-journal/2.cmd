referral lint -t 2026-11-21 --since 2026-11-04 --until 2026-11-05 -f place; referral lint -t 2026-11-21 --to center; echo $?
