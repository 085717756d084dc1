ltv forecast -t 2026-11-10 --each -o table --lang en
