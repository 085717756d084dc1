ltv formula --price 4000.5
