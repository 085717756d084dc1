intake form.csv --rejects aside.csv; echo "exit $?"; cat aside.csv
