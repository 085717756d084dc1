churn survival --time days --event end table.csv
