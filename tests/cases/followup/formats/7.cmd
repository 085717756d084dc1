followup -t 2026-07-08 -o excel | head -c 3 | od -An -tx1 | tr -d ' '
