ltv formula --cost 30000
