churn incidence --time to --event end --entry from table.csv -f cause,time,incidence
