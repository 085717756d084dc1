churn survival --time to table.csv
