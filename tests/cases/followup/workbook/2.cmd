followup done -t '2026-11-21 18:00' tonight.xlsx; cat book/contacts.csv
