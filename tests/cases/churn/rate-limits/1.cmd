churn rate -t 2026-01-10 -f month,start,left,churn_percent,average,low,high,verdict
