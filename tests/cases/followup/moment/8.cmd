followup -t 2026-02-30 -f id
