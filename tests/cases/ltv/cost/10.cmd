ltv value --cost words.csv
