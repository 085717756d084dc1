referral -t 2026-11-21 -w 'next: next 10d' -f id; followup -t 2026-11-21 --ahead 10d P1 -f due,id,rule --no-header
