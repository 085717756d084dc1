followup -t '2026-10-06 11:00' -f id,due
