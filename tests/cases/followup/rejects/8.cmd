for file in book . nowhere/aside.csv ""; do followup -t 2026-06-05 --rejects "$file"; echo "exit $?"; done
