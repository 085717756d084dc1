intake read form.csv
