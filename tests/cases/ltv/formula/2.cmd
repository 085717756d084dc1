ltv formula --price 1.5万 --visits-per-month 4.5 --months 15.625
