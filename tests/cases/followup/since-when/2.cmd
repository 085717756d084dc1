followup why A2 -t 2026-11-20 -o table | grep お礼状
