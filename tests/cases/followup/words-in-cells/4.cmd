followup gaps --today 2026-11-21 -f id 2>&1 >/dev/null
