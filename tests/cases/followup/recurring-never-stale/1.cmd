followup --office -t 2026-09-30 -w 'rule: review-quarterly' -f due,late,id,rule
