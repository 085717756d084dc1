followup done -t 2026-06-15 B3:facility-letter >/dev/null; echo $?; tail -n +2 book/contacts.csv | cut -d, -f2,5
