ltv formula --measured --cost 1
