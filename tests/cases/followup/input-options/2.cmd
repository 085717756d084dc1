followup -t 2026-06-05 --encoding cp932 -f id,who jp.csv
