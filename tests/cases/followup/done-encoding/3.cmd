followup done -t 2026-06-15 --convert B2:facility-letter --note 您好 >/dev/null; echo $?; tail -n 1 book/contacts.csv | tr -d '\r' | cut -d, -f2,6,7; sed -n 2p book/contacts.csv | tr -d '\r'
