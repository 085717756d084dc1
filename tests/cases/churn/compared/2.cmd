churn incidence --time to --event end --by team --test table.csv
