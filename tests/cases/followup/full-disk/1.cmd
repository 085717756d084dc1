for o in csv table xlsx ics; do followup -t 2026-06-05 -o $o 2>&1 >/dev/full; echo "exit $?"; done
