followup -t 2026-07-17 | grep -v ',2026-07-13,' | followup done -t 2026-07-17 - >/dev/null; cat book/contacts.csv; followup -t 2026-07-17 -f id,anchor
