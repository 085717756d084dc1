followup -t 2027-01-04 --office -f due,late,id,rule,channel,to,who
