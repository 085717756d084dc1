mv english.csv book/clients.csv; churn leave 1 --reason facility -t 2026-11-21 && churn back 1 -t 2026-12-01; churn back 1 -t 2026-12-01 --add-columns; cat book/clients.csv
