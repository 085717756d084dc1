ltv value -t 2026-11-10 -f id,cost,net,payback P1
