intake read --map list.csv
