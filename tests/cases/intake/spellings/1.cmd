intake add --today 2026-11-21 new.csv >/dev/null; cat book/clients.csv
