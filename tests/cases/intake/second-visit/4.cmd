followup -t '2026-11-21 11:00' -o text -w 'rule: inquiry-reply'
