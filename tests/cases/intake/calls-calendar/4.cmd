intake calls --by hour -t '2026-11-21 20:00' -o ics
