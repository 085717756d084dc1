intake calls -t '2026-11-20 18:00' -f number,kind,tries,last unread.csv
