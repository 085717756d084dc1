ltv formula --churn 0
