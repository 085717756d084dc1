followup -b second -t 2026-06-08 -f id,rule,due
