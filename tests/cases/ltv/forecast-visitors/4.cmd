printf 'x,t,T\n5,5,5\n9,9,9\n3,4,4\n6,6,6\n' | ltv forecast --x x --tx t --age T - -f parameter,fit | head -n 2
