followup -b none -t 2026-11-21 -f due,id,rule,who pasted.csv
