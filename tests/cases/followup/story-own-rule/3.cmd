followup -t 2026-11-21 -o text -w 'id: R1'
