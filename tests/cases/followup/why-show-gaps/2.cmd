followup why S1 -t 2026-07-08 -f rule,due | grep '^facility-letter,'
