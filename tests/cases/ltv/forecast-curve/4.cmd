printf 't,n\n0,10\n1,9\n2,6\n3,2\n' | ltv forecast --time t --alive n - -f model,parameter,value | head -n 2
