ltv forecast --time year --alive members --holdout 1 two.csv --cohort from -f model,n,expected,actual -o table --lang en
