churn return --by month
