followup done B2 -t 2026-06-15; echo $?; followup done B2 -t 2026-06-15 --to family; echo $?; cat book/contacts.csv
