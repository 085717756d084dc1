churn survival --at 3m
