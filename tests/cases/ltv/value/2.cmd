ltv value -t 2026-11-21 --top 2 -f id,ltv,basis,status
