ltv value -t 2026-11-10 --cost 1000 -o table --lang zh P1
