printf 'id,name,status,start_date,end_date,reason\nB1,x,ended,,2026-01-05,person\nB2,y,active,2026-01-01,,\n' >book/clients.csv; churn survival -t 2026-01-31
