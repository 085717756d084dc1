awk 'BEGIN { print "t,e,g"; for (i = 0; i < 4000; i++) print 1 + i % 2 ",1," i % 2 }' | churn survival --time t --event e --by g --test -f df,p -
