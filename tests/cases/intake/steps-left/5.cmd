intake steps --each -t 2026-11-21 --since 2026-11-01 -o table; intake steps --each --total
