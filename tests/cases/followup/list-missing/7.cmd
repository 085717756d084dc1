printf "id,name,status\n" >book/clients.csv; followup -t 2026-11-21 -f id
