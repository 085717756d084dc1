rm book/visits.csv; sed -i 's/start_date,end_date/x,y/' book/clients.csv; ltv -t 2026-11-21
