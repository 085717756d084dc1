ltv attach list.csv -t 2026-06-05 --rejects list.csv; echo "exit $?"; cat list.csv
