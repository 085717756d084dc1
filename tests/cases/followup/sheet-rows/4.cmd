intake read -f id,name,status,phone reject.csv --rejects aside.csv; echo "exit $?"; cat aside.csv
