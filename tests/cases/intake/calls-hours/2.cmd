intake calls -t '2026-11-21 09:00' -f number,due --now
