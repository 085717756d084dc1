intake read numbers.csv
