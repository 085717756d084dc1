printf 't,n\n0,16\n1,8\n2,4\n' | ltv forecast --time t --alive n - -o table --lang en -f model,parameter,value,std_error,fit | head -n 3
