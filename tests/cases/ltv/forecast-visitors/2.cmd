ltv forecast --x x --tx tx --age age --money pays --id who --each --horizon 10 visitors.csv -o table --lang en 2>/dev/null
