ltv forecast --x x --tx tx visitors.csv
