intake read form.csv | followup list -t '2026-11-11 10:00' -f due,late,id,rule,to,who,via -
