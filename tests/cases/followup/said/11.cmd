followup -t 2026-11-24 -o text -w 'rule: by-hand'
