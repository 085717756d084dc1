followup -t 2026-06-05 --encoding cp9320 -f id jp.csv
