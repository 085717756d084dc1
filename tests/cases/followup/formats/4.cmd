followup -t 2026-07-08 -o json -f id,late,due | tr -d ' \n'; echo
