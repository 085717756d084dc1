followup stale -t 2026-05-06 -f id,late
