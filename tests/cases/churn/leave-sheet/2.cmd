churn leave 005 --reason hospital --on 2026-11-20 -t 2026-11-21; sed -n 7p book/clients.csv
