followup -t '2026-10-06 14:00' -f id,due
