followup -t 2026-11-20 -o text -w 'id: A5' | grep きっかけ
