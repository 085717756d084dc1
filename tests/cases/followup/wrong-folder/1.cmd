followup -b empty -t 2026-11-20
