followup -t 2026-11-20 -f due,id,rule,channel,to; followup gaps -t 2026-11-20 >/dev/null
