followup done ./sheet.csv -t '2026-11-20 18:00'; cat book/contacts.csv
