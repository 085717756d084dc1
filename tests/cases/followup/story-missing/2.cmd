followup list --office -t 2026-11-21 -f due,late,id,rule,channel,to
