followup -t 2026-11-10 -f due,id,rule,to,who -w 'rule: [ask-cause, person-reopen]' | sort -t, -k2
