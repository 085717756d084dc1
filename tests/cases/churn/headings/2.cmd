intake lost -t 2026-11-21 -o table
