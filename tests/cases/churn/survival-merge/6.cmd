churn survival --partial -t 2026-01-31 -b east >e.csv; churn incidence --merge e.csv
