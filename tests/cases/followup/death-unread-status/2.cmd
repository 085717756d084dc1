intake read book/clients.csv -f id,status
