churn survival --by colour
