followup done sheet.csv --today 2026-11-21 --rejects aside.csv; echo "exit $?"; cut -d, -f2- book/contacts.csv; cat aside.csv; followup --today 2026-11-21 -f id,rule
