intake read --map form.csv
