followup -t 2026-11-10 -o text -w 'rule: hospital-back' L4
