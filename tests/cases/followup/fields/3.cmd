followup -t 2026-07-08 -f id,adll W1
