intake read -t 2026-11-21 -f name,budget -w 'budget: at most 5000' form.csv; intake read -t 2026-11-21 -f name -w 'budget: at least 9000' form.csv
