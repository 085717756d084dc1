followup --today=2026-10-06T12:00 -f id
