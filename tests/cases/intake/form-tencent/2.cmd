intake form.csv | followup - -t '2026-11-21 21:30' -f due,id,rule,to,who,via
