printf 't,n\n0,10\n' | ltv forecast --time t --alive n -
