churn leave L3 --reason 特養 --on 2026-11-02 -t 2026-11-21; iconv -f CP932 -t UTF-8 book/clients.csv; cat book/stays.csv
