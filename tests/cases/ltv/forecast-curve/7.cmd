printf 't,n\n0,10\n1,11\n' | ltv forecast --time t --alive n -
