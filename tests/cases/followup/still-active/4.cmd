followup -t 2026-11-21 -f id 2>&1
