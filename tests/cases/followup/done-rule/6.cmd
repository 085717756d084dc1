followup done -t 2026-06-15 B9:facility-letter; echo $?; followup done -t 2026-06-15 B1:facility-leter; echo $?; cat book/contacts.csv
