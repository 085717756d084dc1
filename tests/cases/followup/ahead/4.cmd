followup -t 2026-07-17 --ahead soon
