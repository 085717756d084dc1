intake add form.csv --rejects held.csv; echo "exit $?"; cat held.csv
