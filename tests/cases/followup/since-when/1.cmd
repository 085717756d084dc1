followup -t 2026-11-20 -o excel -f id,rule,why | cut -d, -f1-3
