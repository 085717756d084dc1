for i in 1 2; do followup done -t '2026-06-15 10:15' B1:leave-reason-ask >/dev/null; echo $?; done; cat book/contacts.csv
