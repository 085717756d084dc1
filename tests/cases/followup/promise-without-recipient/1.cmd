followup -t 2026-11-14 --all -f due,id,rule,channel,to,who
