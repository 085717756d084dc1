churn incidence -t 2026-04-11 -f cause,time,incidence
