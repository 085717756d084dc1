intake calls -t '2026-11-21 08:59' -f number --now -e
