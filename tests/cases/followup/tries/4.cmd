followup why Q4 --today 2026-11-21 | grep paused
