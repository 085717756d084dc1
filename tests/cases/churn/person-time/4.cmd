churn rate --total; churn rate --person-time -o svg; churn rate --person-time -o text
