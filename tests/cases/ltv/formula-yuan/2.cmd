ltv formula --price 0.4万 --months 1
