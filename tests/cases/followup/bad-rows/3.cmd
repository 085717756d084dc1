followup -t 2026-06-05 --rejects aside.csv -f id >/dev/null 2>&1; sed -n -e 's/^4,.*,Q3/Q3/p' aside.csv
