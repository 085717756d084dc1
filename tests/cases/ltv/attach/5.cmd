ltv attach -t 2026-11-21 -w 'status: active' -f id,ltv
