churn survival -t 2026-01-31 -o text -w 'id: A1'
