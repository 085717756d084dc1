followup -t 2026-11-10 -o text --lang en -w 'id: A1'
