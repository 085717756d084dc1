churn survival -t 2026-01-31 --by care_level -o table --lang ja -f group,time,at_risk,survival
