for file in city.csv book/referrers.csv book/referrers.yaml; do referral add --kind hospital city.csv -t 2026-06-05 --rejects $file; echo "exit $?"; done; cat city.csv; ls book
