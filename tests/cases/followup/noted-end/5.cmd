churn survival -t 2026-11-24 -f group,time,events,survival
