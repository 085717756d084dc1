intake read --today 2026-11-21 book/clients.csv -f id,start_date,end_date,death_date,visit_at,ready_date,birth,care_until
