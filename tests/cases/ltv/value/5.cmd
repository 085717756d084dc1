ltv value -t 2026-11-21 -w 'status: active' --since 2026-07-01 -f id,so_far
