churn survival --time to --event end --entry from table.csv -f group,time,at_risk,events,censored,survival
