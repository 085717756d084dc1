intake list.csv
