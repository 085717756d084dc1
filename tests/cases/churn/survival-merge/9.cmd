churn survival --merge
