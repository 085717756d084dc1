churn incidence --time to --event end --entry from --from 2 --by team --test table.csv -f group,cause,n,observed,df
