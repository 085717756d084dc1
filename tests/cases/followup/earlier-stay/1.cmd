followup -t 2026-11-21 -f due,id,rule -w 'rule: not rule-review' | sort -t, -k2
