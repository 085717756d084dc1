followup -t 2026-07-08 --no-header -f why | cut -c1-21
