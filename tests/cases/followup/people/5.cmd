followup -t 2026-11-21 -o excel | tail -c +4 | tr -d '\r'
