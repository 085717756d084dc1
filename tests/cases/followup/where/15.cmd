followup -t 2026-07-08 -f id -w 'end_date: within 7d'
