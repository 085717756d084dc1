printf 'who,t,left\na,1,yes\nb,1,moved\nc,2,yes\nd,2,0\ne,x,1\n' | ltv forecast --time t --event left - -f model,parameter,value | head -n 2
