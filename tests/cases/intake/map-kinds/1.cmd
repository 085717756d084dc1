intake read --map -t 2026-11-21 visits.csv
