followup -t 2026-06-05 -f id --rejects some.csv --rejects other.csv; echo "exit $?"; cat some.csv; ls -A
