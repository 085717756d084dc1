followup -t 2026-12-12 -f id,rule,to
