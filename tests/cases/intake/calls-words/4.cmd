intake calls -t 2026-11-21 plain.csv -f number,first
