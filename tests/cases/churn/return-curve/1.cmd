churn return --curve -t 2026-06-30 -f group,cause,time,incidence
