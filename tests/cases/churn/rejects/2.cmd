churn survival --time to --event end table.csv -t 2026-06-05 --rejects table.csv; echo "exit $?"; cat table.csv
