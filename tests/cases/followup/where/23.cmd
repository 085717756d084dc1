followup -t 2026-07-08 -w 'aera: 東'
