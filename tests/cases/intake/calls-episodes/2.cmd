intake calls -t '2026-11-20 10:19' -f number,tries,first
