intake calls -b zh -t '2026-11-21 18:00' -f number,tries
