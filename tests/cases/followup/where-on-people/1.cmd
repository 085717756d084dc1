followup -t 2026-11-20 -w 'who: 川端' -f id,rule
