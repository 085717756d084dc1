ltv formula --cost 30000 --margin 0.3 --churn 0.5
