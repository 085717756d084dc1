referral memo C1 -t 2026-11-21 -f topics; echo $?; referral memo A3 A5 A9 -t 2026-11-21 -f names; echo $?; referral memo -w "name: 島田文" -t 2026-11-21 -f names
