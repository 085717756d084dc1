intake read -t 2026-11-21 -f name,age -w 'age: at least 80' form.csv
