churn return --curve --partial; churn return -o text; churn return --curve --by height
