followup list --today 2026-11-21 -o text -w 'id: 𠮷田ミネ' | sed -n 1,4p
