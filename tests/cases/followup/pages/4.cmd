followup -t 2026-11-10 -o text --lang zh -w 'rule: hospital-back' L5
