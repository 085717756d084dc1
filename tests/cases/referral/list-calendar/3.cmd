referral list --by kind -t 2026-11-18 -o ics
