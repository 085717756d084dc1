chmod 770 book; followup done S1 --to family --channel call -t '2026-11-21 10:00'; stat -c '%a %n' book/.lock book/contacts.csv
