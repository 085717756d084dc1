cat held.csv | intake add - -t 2026-06-05 --rejects held.csv >/dev/null; echo "exit $?"; cat held.csv
