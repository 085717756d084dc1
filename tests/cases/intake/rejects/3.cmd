intake calls log.csv -t "2026-06-05 10:00" --rejects log.csv; echo "exit $?"; wc -l <log.csv; intake calls log.csv -t "2026-06-05 10:00" -f tries --rejects book/calls.csv; echo "exit $?"; ls book
