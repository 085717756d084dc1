ltv formula --churn 0 --months 18
