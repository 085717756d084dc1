followup done sheet.csv -t 2026-11-03 --rejects back.csv; echo $?; cat back.csv; cut -d, -f1,2,8,11 book/contacts.csv
