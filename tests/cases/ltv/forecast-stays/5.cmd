ltv forecast -t 2026-11-10 -w 'price: none' -w 'visits_per_month: none' -w 'id: [K04, K05, K06]' -f model,parameter,value
