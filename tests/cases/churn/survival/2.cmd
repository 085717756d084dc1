churn survival -t 2026-01-31 --winnable --summary -f group,n,events,median,rmst,std_error,tau
