intake add more.yaml --rejects held.csv; echo "exit $?"; cat held.csv
