for verb in value formula; do ltv $verb -t 2026-06-05 --rejects book/visits.csv; echo "exit $?"; done; cat book/visits.csv
