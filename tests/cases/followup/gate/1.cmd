followup -t 2026-06-11 -r papers.yaml -f due,late,id,rule,channel,to,who
