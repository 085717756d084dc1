followup done -t 2026-06-15
