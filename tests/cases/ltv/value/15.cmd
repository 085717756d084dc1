sed -i 's/,4100$/,四千/' book/visits.csv; ltv value -t 2026-11-21 A1 -f so_far
