followup -t '2026-10-06 10:59' -f id,due
