followup -b narrow done B1 -t 2026-06-15 --to family --channel call --note x; echo $?; cat narrow/contacts.csv
