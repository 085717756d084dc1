ltv forecast --model visits --period 1 --holdout 7 -t 2026-11-10 -o table --lang en
