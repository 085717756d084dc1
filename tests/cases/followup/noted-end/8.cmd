followup done -t 2026-11-24 N1:hospital-ask-cm && tail -1 book/contacts.csv
