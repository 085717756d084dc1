intake calls -t '2026-11-21 02:00' -f number,due
