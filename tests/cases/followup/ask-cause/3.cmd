followup -t 2026-11-10 -o text -w 'id: A1'
