ENISHI_TODAY='2026-10-06 12:00' followup -f id,due
