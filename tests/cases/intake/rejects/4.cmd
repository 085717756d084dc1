intake add held.csv -n -t 2026-06-05 --rejects aside.csv >/dev/null; echo "exit $?"; cat aside.csv; ls -A book
