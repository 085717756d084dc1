followup undone sheet.csv; echo $?; followup done sheet.csv -t 2026-11-03; followup undone sheet.csv; echo $?; cut -d, -f1,2,8,11 book/contacts.csv
