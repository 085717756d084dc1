followup -t 2026-06-05 -i xlsx -f id jp.csv
