followup -t 2026-11-10 -o text --lang zh -w 'id: A1'
