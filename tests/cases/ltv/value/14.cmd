cut -d, -f1,2,4 book/visits.csv >v.csv; mv v.csv book/visits.csv; ltv value -t 2026-11-21 A1 -f so_far
