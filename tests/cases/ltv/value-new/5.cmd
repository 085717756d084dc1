ltv value -t 2026-11-21 --by status -o table --lang zh
