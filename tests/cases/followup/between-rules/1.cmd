for day in '2026-11-21 12:00' 2026-11-24; do followup -t "$day" -f due,id,rule,to,who,say --no-header; echo; done
