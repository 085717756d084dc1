cp book/clients.csv before; churn back A1 -t 2026-11-21; echo $?; cmp before book/clients.csv
