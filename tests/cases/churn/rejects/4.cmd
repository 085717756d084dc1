churn leave C1 -t 2026-06-05 --reason other --rejects book/stays.csv; echo "exit $?"; cat book/*.csv
