printf 't,n\n0,4\n1,2\n' | ltv forecast --time t --alive n --event n -
