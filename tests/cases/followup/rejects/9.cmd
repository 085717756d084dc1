followup -t 2026-06-05 -f id --rejects some.csv --rejects other.csv 2>/dev/null; cat some.csv; cut -d, -f1 other.csv
