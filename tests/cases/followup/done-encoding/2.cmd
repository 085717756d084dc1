followup done -t 2026-06-15 B2:facility-letter --note 您好; echo $?; iconv -f CP932 -t UTF-8 book/contacts.csv | wc -l | tr -d ' '
