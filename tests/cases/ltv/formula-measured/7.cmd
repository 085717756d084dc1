sed -i 's/,4200$/,many/' book/visits.csv; ltv formula --measured -t 2026-11-21 -f price
