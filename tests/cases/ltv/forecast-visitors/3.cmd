printf 'x,t,T\n0,0,4\n0,0,9\n' | ltv forecast --x x --tx t --age T -
