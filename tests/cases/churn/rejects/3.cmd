churn survival --time to --event end table.csv -t 2026-06-05 -f time,at_risk --rejects aside.csv; echo "exit $?"; cat aside.csv
