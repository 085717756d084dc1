followup done -t '2026-11-04 18:00' --at 2026-11-04 ours.csv && cut -d, -f1,2,8,11 book/contacts.csv
