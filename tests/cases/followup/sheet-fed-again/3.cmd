sed 's/すみれ坂/つばき坂/' sheet.csv >other.csv; followup done other.csv -t '2026-11-03 18:00'; echo $?; followup undone other.csv; echo $?; wc -l <book/contacts.csv
