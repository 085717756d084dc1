intake read -t 2026-11-21 -f name -w 'budget: none' form.csv
