churn leave 001 --reason facility --on 2026-11-20 -t 2026-11-21; cat book/clients.csv
