ltv formula --margin 0.6 --discount 5 --churn 0.05 --paid residual -o json
