churn leave Z1 --on 2026-05-01 --reason person -t 2026-05-02; churn back Z2 --on 2026-04-10 -t 2026-05-02; cat book/clients.csv book/stays.csv
