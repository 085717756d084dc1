followup -b visits -t 2026-11-21
