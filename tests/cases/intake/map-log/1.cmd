intake read --map denwa.csv
