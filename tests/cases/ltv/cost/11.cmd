ltv value --cost season.csv
