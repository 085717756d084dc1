churn seats S1
