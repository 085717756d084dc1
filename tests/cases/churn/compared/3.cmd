churn incidence --time to --event end --entry from --by team --test table.csv
