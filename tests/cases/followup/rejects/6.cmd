followup -t 2026-06-05 -f id --strict --rejects aside.csv; echo "exit $?"; cat aside.csv; followup -t 2026-06-05 -f nothing --rejects new.csv; echo "exit $?"; ls -A
