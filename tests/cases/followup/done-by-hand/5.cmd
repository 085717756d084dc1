followup done B2 B1 -t 2026-06-15 --to 家族 --channel 電話 >/dev/null; cut -d, -f1-5 book/contacts.csv
