followup done -t '2026-11-20 18:00' sheet.csv topic.csv && tail -n 2 book/contacts.csv
