churn return --curve -t 2026-06-30 --by 理由 -o table --lang ja -w 'reason: hospital' -f group,cause,time,incidence
