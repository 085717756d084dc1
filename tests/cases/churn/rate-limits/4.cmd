churn rate -t 2025-12-31 -f month,start,left,low,high,verdict K01 K24 K25 | head -n 3
