intake add form.csv -t 2026-11-21 -f id,name,phone,inquiry_at --rejects held.csv; echo "exit $?"; cat held.csv
