followup list -t 2026-11-21 -f due,id,rule,channel,to,via
