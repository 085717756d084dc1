intake match -t 2026-11-21 B1
