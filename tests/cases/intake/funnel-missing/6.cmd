printf 'id,inquiry_at\n' > book/clients.csv; intake funnel -t 2026-11-25 --by month
