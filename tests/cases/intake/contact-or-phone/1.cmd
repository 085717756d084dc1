intake a.csv -f id,phone; intake b.csv -f id,contact
