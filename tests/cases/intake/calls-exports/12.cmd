intake calls -t '2026-11-10 12:00' incoming.csv -f number,kind,tries
