ltv attach list.csv -t 2026-06-05 -f id,note --rejects aside.csv; echo "exit $?"; cat aside.csv
