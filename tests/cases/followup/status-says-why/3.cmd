followup -t 2026-11-21 -f id,rule -w 'rule: hospital-ask-family'
