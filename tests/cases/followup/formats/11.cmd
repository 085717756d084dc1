followup -t 2026-07-01 -o json | tr -d '\n'; echo; followup -t 2026-07-01 -o jsonl; followup -t 2026-07-01 -f id,late
