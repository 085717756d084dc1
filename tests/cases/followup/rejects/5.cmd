followup -t 2026-06-05 -f id --rejects aside.csv; echo "exit $?"; cat aside.csv; ls -A
