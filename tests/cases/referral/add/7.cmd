referral add city.csv --kind castle
