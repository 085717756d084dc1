followup -t 2026-07-08 -f id -w 'end_date: older 7d'
