printf 't,n\n0,10\n1,10\n2,10\n' | ltv forecast --time t --alive n - -f model,parameter,value,fit
