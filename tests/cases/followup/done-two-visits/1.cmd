for i in 1 2; do followup -t 2026-11-16 >l.csv; followup done -t 2026-11-16 l.csv; done; cat book/contacts.csv; followup -t 2026-11-16 -f id
