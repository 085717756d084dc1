ltv -t 2026-11-21 P1 -o jsonl -f id,low,ltv
