followup gaps -t 2026-07-08 >/dev/null 2>said; grep -c contacts.csv:2 said
