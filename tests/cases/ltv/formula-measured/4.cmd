sed -i 's/5000$//' book/clients.csv; ltv formula --measured -t 2026-11-21
