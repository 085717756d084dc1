churn leave Z1 --on 2026-05-01 --reason person -t 2026-05-02 2>/dev/null; churn leave Z1 --on 2026-05-01 --reason person -t 2026-05-02; grep -c Z1 book/stays.csv
