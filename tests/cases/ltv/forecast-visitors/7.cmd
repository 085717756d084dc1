printf 'x,t,T,then\n2,10,20,1\n0,0,20,0\n6,19,20,4\n1,3,20,0\n3,18,20,1\n' | ltv forecast --x x --tx t --age T --holdout 10 --actual then - -f model,n,actual
