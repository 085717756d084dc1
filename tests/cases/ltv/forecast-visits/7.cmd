ltv forecast --model visits --step 1 --holdout 1 -t 2026-11-10 -o table --lang en
