ltv forecast --model visits --step 1 -t 2026-11-10 -o table --lang en -f parameter,value,std_error,fit | head -n 5
