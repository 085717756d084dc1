ENISHI_TODAY='2026-10-06 12:00' followup -t 2026-10-05 -f id,due
