ltv forecast -t 2026-11-10 -o table --lang en -f model,parameter,value,std_error,fit | head -n 6
