referral list RR3 RR4 -t 2026-11-18 -o ics
