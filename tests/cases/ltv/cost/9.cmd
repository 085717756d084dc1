ltv formula --cost costs.csv
