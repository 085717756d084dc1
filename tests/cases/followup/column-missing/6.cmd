followup -b nothing -t 2026-11-21
