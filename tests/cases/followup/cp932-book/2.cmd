followup -t 2026-06-09 -f id,name,note A1
