followup -t 2026-07-08 -w 'end_date: older 7 d'
