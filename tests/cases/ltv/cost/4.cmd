ltv value -t 2026-11-10 --cost costs.csv --margin 50% -f id,so_far,per_month,ltv,cost,net,payback
