churn incidence -t 2026-01-31 -o svg -w 'id: A9'
