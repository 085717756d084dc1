followup done -n -t '2026-06-15 10:15' B1:leave-reason-ask >said; test -s said; echo $?; cat book/contacts.csv
