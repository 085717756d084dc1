followup -t 2026-07-08 -f id -w 'late: at least 2'
