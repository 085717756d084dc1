churn incidence --test
