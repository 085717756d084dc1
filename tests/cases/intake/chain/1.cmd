intake form.csv | followup -t '2026-08-05 10:30' -f due,late,id,rule,channel,who,ご家族 -
