ltv forecast --model visits -t 2026-11-10 -f model,parameter,value -o table --lang ja | head -n 5
