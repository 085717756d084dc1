ltv forecast --model visits --step 1 --horizon 10 --each -t 2026-11-10 -o table --lang en
