followup -t 2026-06-19 -r extra.yaml -f due,late,id,rule,channel,to,who
