followup merged -t 2026-11-10 -o text -w 'rule: [person-reopen, leave-reason-ask]'
