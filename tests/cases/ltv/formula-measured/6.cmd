rm book/visits.csv; ltv formula --measured -t 2026-11-21
