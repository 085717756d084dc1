followup -t 2026-10-05 --all -f due,late,id,rule,channel,to,who
