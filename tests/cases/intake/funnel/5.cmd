sed -i '/^P[79],/d' book/clients.csv; intake funnel -t 2026-11-25 --by hour
