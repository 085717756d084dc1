followup done sheet.csv --today 2026-11-21 --outcome sent; cut -d, -f2- book/contacts.csv
