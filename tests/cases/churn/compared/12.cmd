churn survival --merge --test --strata status table.csv
