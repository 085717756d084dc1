followup -t 2026-11-24 -o text -w 'id: [N2]' -w 'rule: summary-1h'
