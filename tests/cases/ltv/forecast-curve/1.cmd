ltv forecast --time year --alive members --curve --horizon 5 --step 365.25 --discount 0.25 curve.csv -o table --lang en
