ltv forecast --x x --tx tx --age age --money pays visitors.csv -o table --lang en -f model,parameter,value,std_error,fit 
