followup stale -t 2026-11-21 -o ics
