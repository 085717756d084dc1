followup -t 2026-11-10 -o text -w 'rule: issue-first' | sed -n '/お話し/,/^$/p'
