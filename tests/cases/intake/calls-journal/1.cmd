intake calls -t '2026-11-20 17:00' -f kind,id,tries,first
