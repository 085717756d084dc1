churn survival -t 2026-04-01 -o table --lang en -f time,events,survival,std_error; churn survival -t 2026-04-01 -f survival,std_error | sed -n 3p
