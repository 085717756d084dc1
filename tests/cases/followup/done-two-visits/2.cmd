export ENISHI_BOOK=anchored; followup -t 2026-11-16 >l.csv; for i in 1 2; do followup done -t 2026-11-16 l.csv; done; cat anchored/contacts.csv
