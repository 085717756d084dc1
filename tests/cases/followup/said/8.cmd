followup -t 2026-11-24 -o text -w 'rule: [person-reopen, ask-cause]' | sed -n '/────/,$p'
