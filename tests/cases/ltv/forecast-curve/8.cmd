printf 't,n\n0,10\n2,5\n' | ltv forecast --time t --alive n -
