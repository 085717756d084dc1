intake match -t 2026-11-21 -o table B1
