followup -t 2026-07-08 -o json I2 >list.jsonl; followup -t 2026-07-08 -i json -f id list.jsonl
