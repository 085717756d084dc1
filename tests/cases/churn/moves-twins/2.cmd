for id in T5 T6 T8; do churn leave $id -t 2026-06-05 --on 2026-06-01 --reason facility; done; tail -n 6 book/clients.csv; cat book/stays.csv
