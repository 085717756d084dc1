followup done -t 2026-06-15 B1:leave-reason-ask B9:facility-letter >/dev/null 2>&1; echo $?; cat book/contacts.csv
