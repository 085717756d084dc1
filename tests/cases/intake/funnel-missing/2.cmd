printf 'id,name,status\nA,甲,inquiry\n' > book/clients.csv; intake funnel -t 2026-11-25
