churn survival --partial -t 2026-01-31 -b east >e.csv; churn survival --partial -t 2026-02-01 -b west >w.csv; churn survival --merge e.csv w.csv
