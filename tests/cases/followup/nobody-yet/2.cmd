followup gaps -t 2026-11-20 >/dev/null
