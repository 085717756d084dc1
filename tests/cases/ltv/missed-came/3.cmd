intake calls -t '2026-11-21 12:00' -f number,kind,id
