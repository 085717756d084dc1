followup -t '2026-11-20 13:00' -f over,id,rule
