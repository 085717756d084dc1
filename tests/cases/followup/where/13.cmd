followup -t 2026-07-08 -f id -w 'adl: under 60'
