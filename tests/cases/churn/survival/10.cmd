churn survival --test
