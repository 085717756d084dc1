intake add list.csv -t 2026-11-21 --rejects held.csv -f id,name,status,phone,end_date,note; echo "exit $?"; cat held.csv
