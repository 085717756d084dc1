intake add held.csv -t 2026-06-05 --rejects held.csv; echo "exit $?"; cat held.csv
