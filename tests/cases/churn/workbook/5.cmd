churn leave -t 2026-11-21 103 --reason 入院 --convert --add-columns --hidden; tail -n 1 book/clients.csv
