followup gaps --today 2026-12-04 >/dev/null
