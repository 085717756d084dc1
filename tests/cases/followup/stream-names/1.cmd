followup -t 2026-11-20 some.csv -f id,rule
