ltv formula --margin 0.6 --discount 0.05 --churn 0.05 --paid advance
