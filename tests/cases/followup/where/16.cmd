followup -t 2026-07-08 -f id -w 'care_until: next 14d'
