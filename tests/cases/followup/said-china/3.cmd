followup -t '2026-11-21 14:00' -o text -w 'rule: [hospital-letter, facility-letter, outreach-monthly]'
