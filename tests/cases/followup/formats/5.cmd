followup -t 2026-07-08 -o jsonl -f id,late | tr -d ' '
