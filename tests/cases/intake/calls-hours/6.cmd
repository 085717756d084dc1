intake calls -t 2026-11-21 -f number,due --now
