followup -b tricky -t 2026-07-08 -o excel -f name,who | tail -n 1 | tr -d '\r' | cut -d, -f1-2
