followup - -t 2026-06-05 --rejects some.csv <some.csv; echo "exit $?"; followup -t 2026-06-05 --rejects aside.csv >aside.csv; echo "exit $?"; cat some.csv
