ltv bench -t 2026-11-21 -o table --lang ja -f measure; ltv bench -t 2026-11-21 -o tsv --lang ja -f measure
