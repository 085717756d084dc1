churn survival --time to --event end --by team --test --strata ward table.csv
