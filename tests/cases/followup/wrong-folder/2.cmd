followup -b near -t 2026-11-20
