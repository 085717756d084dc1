followup done first.csv -t '2026-11-20 18:00'; echo $?; followup done second.csv -t '2026-11-20 18:30'; echo $?; cat book/contacts.csv | cut -d, -f1-4,8,11
