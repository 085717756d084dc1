printf 'e,t,d\n0,1,1\n2,4,1\n2,5,1\n2,6,0\n2,7,1\n' | churn survival --time t --event d --entry e --summary -
