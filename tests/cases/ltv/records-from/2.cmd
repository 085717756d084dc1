ltv forecast -t 2026-11-21 --curve --step 50 --horizon 3 -f time,at_risk,events,observed
