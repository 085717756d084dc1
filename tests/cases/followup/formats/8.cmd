followup -t 2026-07-08 -o excel -f id,late | tr -cd '\r' | wc -c | tr -d ' '
