churn survival -t 2026-01-31 --summary -f group,q25,q25_low,q25_high,median,q75,q75_low,q75_high
