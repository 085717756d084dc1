followup -t 2026-11-20 -f id,rule,why
