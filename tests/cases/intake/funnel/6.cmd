sed -i '/^P[79],/d' book/clients.csv; rm book/steps.csv; intake funnel -t 2026-11-25 --until 2026-09-30
