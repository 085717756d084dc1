intake calls -t '2026-11-20 18:00' -f number,tries w1.csv
