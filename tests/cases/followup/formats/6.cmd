followup -t 2026-07-08 -o yaml -f id,late,due | tr -d "\"'"
