intake calls -t '2026-11-21 20:00' --now -o ics
