L='followup -t 2026-11-11 -f due,late,id,rule,channel,to -o csv'; $L | tee a | followup done - -t 2026-11-11 && $L >b && followup undone - <a && $L | cmp - a && wc -l <b && cat book/contacts.csv
