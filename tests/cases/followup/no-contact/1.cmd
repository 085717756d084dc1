followup -t 2026-11-24 -f id,rule,channel
