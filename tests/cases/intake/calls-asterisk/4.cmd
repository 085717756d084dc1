intake calls -b tokyo -t '2026-11-21 18:00' -f number,kind,tries,first freepbx.csv
