churn survival --summary --at 3m,24h
