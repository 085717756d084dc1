churn leave -t 2026-11-24 -n 47 --reason facility --on 2026-11-20
