intake read -t 2026-11-24 -f id,status,end_date book/clients.csv
