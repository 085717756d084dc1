ltv forecast --model visits --step 1 --horizon 3 --curve -t 2026-11-10 -o table --lang en
