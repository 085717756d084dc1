churn survival --partial -t 2026-01-31 -b east | sed '$s/,1,0$/,x,0/' | churn survival --merge -
