referral add --kind hospital city.csv -t 2026-06-05 --rejects aside.csv; echo "exit $?"; cat aside.csv; ls book
