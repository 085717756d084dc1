intake read list.csv
