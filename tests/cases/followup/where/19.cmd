followup -t 2026-07-08 -f id -w 'ランク: A'
