followup done -t '2026-06-15 10:15' B1:leave-reason-ask B2:facility-letter >/dev/null; cat book/contacts.csv; followup -t '2026-06-15 10:15' -f id
