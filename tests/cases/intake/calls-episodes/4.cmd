intake calls -e -t '2026-11-21 18:00' --since 2026-11-20 --until '2026-11-20 09:30'
