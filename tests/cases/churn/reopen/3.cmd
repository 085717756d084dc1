cut -d, -f 1-6 book/clients.csv > x; mv x book/clients.csv; churn reopen -t 2026-11-21
