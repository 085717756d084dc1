ltv forecast --time year --alive members --cohort from two.csv -o table --lang en -f parameter,value,fit | head -n 4
