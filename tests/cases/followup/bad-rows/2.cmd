followup -t 2026-06-05 --rejects aside.csv -f id >/dev/null 2>&1; echo $?; cut -d, -f1 aside.csv
