followup -t 2026-11-20 -w 'via: none' -f id,rule
