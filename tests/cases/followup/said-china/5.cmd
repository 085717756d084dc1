followup -t '2026-11-21 14:00' -o text --lang en -w 'rule: [hospital-letter, facility-letter, hospital-back]'
