followup -t 2026-12-01 -f id,rule,to
