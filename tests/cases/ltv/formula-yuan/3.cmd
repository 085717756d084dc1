ltv formula --price 12.5 --visits-per-month 0.333 --months 1
