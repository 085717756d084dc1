intake calls -t '2026-11-21 11:29' - -f number,tries <Master.csv
