churn leave -t 2026-11-24 47 --reason facility --on 2026-11-20 && cmp book/clients.csv after.csv && ls book
