intake steps --each -t 2026-11-21 -o table --lang zh B5 B6
