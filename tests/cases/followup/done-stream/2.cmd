followup merged -t 2026-06-15 | followup done -t 2026-06-15 - >/dev/null; cat book/contacts.csv
