cd book && ENISHI_BOOK=. followup -t 2026-06-05 --rejects clients.csv; echo "exit $?"; cat clients.csv
