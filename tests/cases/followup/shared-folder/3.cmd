chmod 777 book; chmod 666 book/clients.csv; followup gaps -t 2026-11-21 -f id,rule -w 'id: X'
