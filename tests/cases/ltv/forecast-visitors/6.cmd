ltv forecast --x x --tx tx --age age visitors.csv --holdout 10
