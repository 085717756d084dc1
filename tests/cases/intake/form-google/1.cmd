intake read -o yaml form.csv
