followup done -t '2026-11-04 18:00' theirs.csv; test ! -e book/contacts.csv
