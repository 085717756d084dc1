churn survival --time to --event end --by team --summary --at 2,3m table.csv
