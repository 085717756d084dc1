churn leave L3 --reason death --on 2026-11-02 -t 2026-11-21; churn leave L2 --reason death --on 2026-11-03 -t 2026-11-21 --add-columns; iconv -f CP932 -t UTF-8 book/clients.csv
