for file in book/stays.csv book/../book/clients.csv; do churn reasons -t 2026-06-05 --rejects $file; echo "exit $?"; done; cat book/*.csv
